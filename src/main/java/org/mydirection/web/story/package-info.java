/** The pages of a storyteller's own stories. Mirrors {@code webapp/story}. */
package org.mydirection.web.story;
