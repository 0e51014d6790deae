/** Sentence plans: goals and steps, written by a person and their practitioner together. */
package org.mydirection.web.plan;
