/**
 * The audit trail: who did or saw what, when, and for which purpose. Append-only and hash-chained; written by observing
 * domain events inside their transaction (no entry, no change). Imports {@code shared} and {@code identity}.
 */
package org.mydirection.audit;
