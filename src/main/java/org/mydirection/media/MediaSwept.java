package org.mydirection.media;

import java.time.Instant;

/**
 * The sweep goes round. Whoever shows files lets go of those received before {@code before} that nobody shows: an upload
 * may have ended between the file and its scene.
 *
 * @param before longer ago than any step takes
 */
public record MediaSwept(Instant before) {}
