/**
 * Supervision: presenting a collection, what was shown, reflections kept with the goal. A presentation is LIVE from its
 * start until it ends or is stopped; see {@link org.mydirection.supervision.PresentationStatus}. Imports everything but
 * {@code audit}, {@code moderation}, {@code governance} and {@code web}; asks {@code visibility} before each scene.
 */
package org.mydirection.supervision;
