/**
 * Journeys: whole paths of a person through the application, in a real browser against the application as it is started
 * for users. Run by the build's integration tests; never skipped.
 */
package org.mydirection.journeys;
