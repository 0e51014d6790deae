/** The pages on which a storyteller says who may see a story. Mirrors {@code webapp/permission}. */
package org.mydirection.web.permission;
