/** The pages of information governance: the trail and the holds. Mirrors {@code webapp/governance}. */
package org.mydirection.web.governance;
