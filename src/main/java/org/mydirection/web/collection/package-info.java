/** Gathering stories into a collection, and looking at a published one. */
package org.mydirection.web.collection;
