package org.mydirection.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who can sign in. OPEN from the start until it is closed; a closed account cannot sign in, its sessions end at
 * their next request, and it is never opened again.
 */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    private String passphrase;

    @Column(name = "office_id")
    private UUID officeId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    private String language;

    @Version
    private long version;

    protected Account() {}

    /**
     * @param username lower case, 2 to 60 characters, not used by another account
     * @param displayName what staff call the person, 1 to 120 characters
     * @param passphraseHash made by {@link Passphrases#hash}
     * @param office null for those who belong to no office
     */
    public Account(
            String username,
            String displayName,
            String passphraseHash,
            OfficeId office,
            Set<Role> roles,
            Instant openedAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.displayName = displayName;
        this.passphrase = passphraseHash;
        this.officeId = office == null ? null : office.value();
        this.roles.addAll(roles);
        this.openedAt = openedAt;
    }

    public void close(Instant at) {
        if (closedAt == null) {
            closedAt = at;
        }
    }

    public void changeRoles(Set<Role> to) {
        roles.clear();
        roles.addAll(to);
    }

    public void changePassphrase(String hash) {
        passphrase = hash;
    }

    public AccountId id() {
        return new AccountId(id);
    }

    void speak(String chosen) {
        language = chosen;
    }

    /** {@code en} or {@code cy}; null until the person chose. */
    public String language() {
        return language;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public String passphraseHash() {
        return passphrase;
    }

    /** What a session holds of whoever signs in now. */
    public Pass pass() {
        return new Pass(id(), Passphrases.mark(passphrase));
    }

    public OfficeId office() {
        return officeId == null ? null : new OfficeId(officeId);
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    public boolean open() {
        return closedAt == null;
    }

    public Viewer asViewer() {
        return new Viewer(id(), roles(), office());
    }
}
