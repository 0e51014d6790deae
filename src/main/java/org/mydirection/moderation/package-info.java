/**
 * Checking before anybody sees: sending, the two queues (permission, then content), claims, decisions with their reasons.
 * A review is OPEN until it is claimed, CLAIMED for a time, and DECIDED or MOOT in the end; see {@link
 * org.mydirection.moderation.ReviewStatus}. Imports {@code shared}, {@code identity}, {@code caseload}, {@code media},
 * {@code story} and {@code consent}.
 */
package org.mydirection.moderation;
