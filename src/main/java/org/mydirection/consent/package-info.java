/**
 * Permission: the notice that is shown, the record of what was answered, its chained events, taking it back, the receipt.
 * A record is DRAFT while questions are answered and then lives as {@link org.mydirection.consent.ConsentStatus} says; its
 * events are append-only and carry the hash of the one before. Imports {@code shared}, {@code identity}, {@code
 * caseload} and {@code story}.
 */
package org.mydirection.consent;
