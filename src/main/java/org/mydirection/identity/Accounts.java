package org.mydirection.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Sql;

/** The accounts and offices. */
@ApplicationScoped
public class Accounts {

    /** As columns, since it is asked at each request: as an entity it was two questions. One row for each role. */
    private static final Sql OPEN = new Sql("select a.passphrase, a.office_id, r.role from account a"
            + " left join account_role r on r.account_id = a.id where a.id = ?1 and a.closed_at is null");

    @Inject
    private EntityManager em;

    public void add(Account account) {
        em.persist(account);
    }

    public void add(Office office) {
        em.persist(office);
    }

    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(em.find(Account.class, id.value()));
    }

    /** Who that is, by one question; empty when the account is not there, is closed, or has another mark than the pass. */
    public Optional<Viewer> viewer(Pass pass) {
        List<Known> rows = OPEN.ask(
                em,
                row -> new Known(row.getString(1), row.getObject(2, UUID.class), row.getString(3)),
                pass.account().value());
        if (rows.isEmpty() || !Passphrases.mark(rows.get(0).passphrase()).equals(pass.mark())) {
            return Optional.empty();
        }
        UUID office = rows.get(0).office();
        return Optional.of(new Viewer(
                pass.account(),
                rows.stream()
                        .map(Known::role)
                        .filter(Objects::nonNull)
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                office == null ? null : new OfficeId(office)));
    }

    public Account require(AccountId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** By user name, whatever its case; surrounding blanks do not count. */
    public Optional<Account> named(String username) {
        return em.createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", normal(username))
                .getResultStream()
                .findFirst();
    }

    public static String normal(String username) {
        return username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    }

    public boolean none() {
        return em.createQuery("select a.id from Account a", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Open accounts that hold the role, by display name. */
    public List<Account> holding(Role role) {
        return em.createQuery(
                        "select a from Account a where :role member of a.roles and a.closedAt is null"
                                + " order by a.displayName, a.id",
                        Account.class)
                .setParameter("role", role)
                .getResultList();
    }

    /** Every account, open ones first, by user name: for the administrator's page. */
    public List<Account> all() {
        return em.createQuery("select a from Account a order by a.closedAt, a.username, a.id", Account.class)
                .getResultList();
    }

    /** What staff call each of these people. Accounts that do not exist are left out. */
    public Map<AccountId, String> namesOf(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery("select a.id, a.displayName from Account a where a.id in :ids", Object[].class)
                .setParameter(
                        "ids", ids.stream().map(AccountId::value).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> new AccountId((UUID) row[0]), row -> (String) row[1]));
    }

    /** What staff call those of these accounts that are not storytellers'; all others are left out. */
    public Map<AccountId, String> staffNamesOf(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select a.id, a.displayName from Account a where a.id in :ids and not exists (select b.id"
                                + " from Account b join b.roles r where b = a"
                                + " and r = org.mydirection.identity.Role.STORYTELLER)",
                        Object[].class)
                .setParameter(
                        "ids", ids.stream().map(AccountId::value).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> new AccountId((UUID) row[0]), row -> (String) row[1]));
    }

    public List<Office> offices() {
        return em.createQuery("select o from Office o order by o.name, o.id", Office.class)
                .getResultList();
    }

    public Optional<Office> find(OfficeId id) {
        return Optional.ofNullable(em.find(Office.class, id.value()));
    }

    private record Known(String passphrase, UUID office, String role) {}
}
