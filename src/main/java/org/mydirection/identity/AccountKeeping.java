package org.mydirection.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

/** The administrator's desk: opens and closes accounts, gives roles, makes offices. */
@ApplicationScoped
@Transactional
public class AccountKeeping {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

    private static final int MOST_SUPPORT = 1000;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Opens an account. Refused, with all reasons: {@code account.username_form}, {@code account.username_taken},
     * {@code account.name_missing}, {@code account.role_missing}, {@code account.office_unknown}, {@code
     * error.passphrase_short}.
     *
     * @param office null for somebody who belongs to no office
     */
    public AccountId open(
            Viewer viewer, String username, String displayName, String passphrase, OfficeId office, Set<Role> roles) {
        viewer.require(Permission.RUN_ACCOUNTS);
        return open(viewer.account(), username, displayName, passphrase, office, roles);
    }

    AccountId open(
            AccountId actor, String username, String displayName, String passphrase, OfficeId office, Set<Role> roles) {
        String name = Accounts.normal(username);
        List<Refusal> refusals = new ArrayList<>(Passphrases.check(passphrase));
        if (displayName == null || displayName.isBlank() || displayName.length() > 120) {
            refusals.add(Refusal.of("account.name_missing"));
        }
        if (!USERNAME.matcher(name).matches()) {
            refusals.add(Refusal.of("account.username_form"));
        } else if (accounts.named(name).isPresent()) {
            refusals.add(Refusal.of("account.username_taken"));
        }
        if (roles.isEmpty()) {
            refusals.add(Refusal.of("account.role_missing"));
        }
        if (office != null && accounts.find(office).isEmpty()) {
            refusals.add(Refusal.of("account.office_unknown"));
        }
        Refused.ifAny(refusals);
        Account account =
                new Account(name, displayName.strip(), Passphrases.hash(passphrase), office, roles, clock.instant());
        accounts.add(account);
        happened.fire(new AccountOpened(
                actor == null ? null : actor.value(), account.id().value()));
        return account.id();
    }

    /** Closes an account for good. Refused for one's own: {@code account.own_close}. */
    public void close(Viewer viewer, AccountId id) {
        viewer.require(Permission.RUN_ACCOUNTS);
        if (viewer.is(id)) {
            throw Refused.because("account.own_close");
        }
        accounts.require(id).close(clock.instant());
        happened.fire(new AccountClosed(viewer.account().value(), id.value()));
    }

    /** Gives exactly these roles. Refused when none is left, or for one's own account: {@code account.own_roles}. */
    public void changeRoles(Viewer viewer, AccountId id, Set<Role> roles) {
        viewer.require(Permission.RUN_ACCOUNTS);
        if (viewer.is(id)) {
            throw Refused.because("account.own_roles");
        }
        if (roles.isEmpty()) {
            throw Refused.because("account.role_missing");
        }
        accounts.require(id).changeRoles(roles);
        happened.fire(new RolesChanged(viewer.account().value(), id.value()));
    }

    /** Gives a new passphrase, to be handed over in person. Refused as in {@link #open}. */
    public void changePassphrase(Viewer viewer, AccountId id, String passphrase) {
        viewer.require(Permission.RUN_ACCOUNTS);
        Refused.ifAny(Passphrases.check(passphrase));
        accounts.require(id).changePassphrase(Passphrases.hash(passphrase));
        happened.fire(new PassphraseChanged(viewer.account().value(), id.value()));
    }

    /** Makes an office. Refused: {@code office.name_missing}, {@code office.name_taken}. */
    public OfficeId openOffice(Viewer viewer, String name) {
        viewer.require(Permission.RUN_ACCOUNTS);
        if (name == null || name.isBlank() || name.length() > 120) {
            throw Refused.because("office.name_missing");
        }
        if (accounts.offices().stream().anyMatch(office -> office.name().equalsIgnoreCase(name.strip()))) {
            throw Refused.because("office.name_taken");
        }
        Office office = new Office(name.strip(), clock.instant());
        accounts.add(office);
        happened.fire(new OfficeOpened(viewer.account().value(), office.id().value()));
        return office.id();
    }

    /**
     * Says whom people of an office can talk to, as they read it beside the helplines: up to 1,000 characters, blank for
     * nobody. Refused: {@code error.text_too_long}.
     */
    public void offerSupport(Viewer viewer, OfficeId id, String whom) {
        viewer.require(Permission.RUN_ACCOUNTS);
        Office office = accounts.find(id).orElseThrow(NotFound::new);
        if (whom != null && whom.length() > MOST_SUPPORT) {
            throw Refused.because("error.text_too_long", (whom.length() - MOST_SUPPORT) / 6 + 1);
        }
        office.offer(whom);
        happened.fire(new SupportOffered(viewer.account().value(), id.value()));
    }

    /** Everybody, open accounts first. */
    public List<AccountRow> all(Viewer viewer) {
        viewer.require(Permission.RUN_ACCOUNTS);
        return accounts.all().stream().map(AccountKeeping::row).toList();
    }

    /** One account; {@link org.mydirection.shared.NotFound} when there is none. */
    public AccountRow read(Viewer viewer, AccountId id) {
        viewer.require(Permission.RUN_ACCOUNTS);
        return row(accounts.require(id));
    }

    /** The offices, by name. */
    public List<OfficeRow> offices(Viewer viewer) {
        viewer.require(Permission.RUN_ACCOUNTS);
        return accounts.offices().stream()
                .map(office -> new OfficeRow(office.id(), office.name(), office.support()))
                .toList();
    }

    private static AccountRow row(Account account) {
        return new AccountRow(
                account.id(),
                account.username(),
                account.displayName(),
                account.roles().stream().sorted().toList(),
                account.office(),
                account.open());
    }

    /**
     * An account as a list shows it.
     *
     * @param roles in the order of {@link Role}
     * @param office null for somebody who belongs to no office
     */
    public record AccountRow(
            AccountId id, String username, String displayName, List<Role> roles, OfficeId office, boolean open) {}

    public record OfficeRow(OfficeId id, String name, String support) {}

    public record SupportOffered(UUID actor, UUID subject) implements DomainEvent {}

    public record AccountOpened(UUID actor, UUID subject) implements DomainEvent {}

    public record AccountClosed(UUID actor, UUID subject) implements DomainEvent {}

    public record RolesChanged(UUID actor, UUID subject) implements DomainEvent {}

    public record PassphraseChanged(UUID actor, UUID subject) implements DomainEvent {}

    public record OfficeOpened(UUID actor, UUID subject) implements DomainEvent {}
}
