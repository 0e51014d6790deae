/**
 * Stories: versions of ordered scenes, and holds on them. A version is DRAFT until its storyteller sends it, then
 * immutable; see {@link org.mydirection.story.VersionStatus} for its life. Who may see a story is not decided here but in
 * {@code visibility}. Imports {@code shared}, {@code identity}, {@code caseload} and {@code media}.
 */
package org.mydirection.story;
