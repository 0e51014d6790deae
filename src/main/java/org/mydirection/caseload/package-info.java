/**
 * Who supervises whom, where, and who must not see whom: people on probation with their case reference, the practitioner
 * of each, and exclusions of limited-access cases (LAO). Imports {@code shared} and {@code identity}. A supervision is
 * current until it ends; a person has at most one.
 */
package org.mydirection.caseload;
