/**
 * Who somebody is and what they may do: accounts, offices, roles with their permissions, sign-in. Imports {@code shared}
 * only. An account is open until it is closed; a closed account is never opened again. What a person may do is read from
 * the database at each request and never kept in a session.
 */
package org.mydirection.identity;
