/** Tells open pages to ask again whether what they show may stay. Carries no content: the answer is the rule's. */
package org.mydirection.web.push;
