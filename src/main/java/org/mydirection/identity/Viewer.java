package org.mydirection.identity;

import java.util.Optional;
import java.util.Set;
import org.mydirection.shared.NotFound;

/**
 * Who is asking, as the database knew them when this request began. Immutable. Every use case takes one first.
 *
 * @param account whose request this is
 * @param roles the roles held now; may be empty
 * @param office where they work or report; null when they belong to no office
 */
public record Viewer(AccountId account, Set<Role> roles, OfficeId office) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    /** Throws {@link NotFound} when no role carries the permission: what one may not do is not there. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotFound();
        }
    }

    public boolean is(AccountId other) {
        return account.equals(other);
    }

    public Optional<OfficeId> findOffice() {
        return Optional.ofNullable(office);
    }
}
