/** The practitioner’s people: the caseload and one person, their goal on top. */
package org.mydirection.web.supervision;
