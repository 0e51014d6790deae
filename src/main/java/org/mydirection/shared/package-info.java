/**
 * What every feature needs and no feature owns: refusals, typed ids, settings, the clock, the database handle and the
 * shape of a domain event. No domain nouns. Imports no other package of ours.
 */
package org.mydirection.shared;
