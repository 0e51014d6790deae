/**
 * Sentence plans: goals and steps, written together by a person and their practitioner, in the words and states of HMPPS
 * sentence planning (DESIGN §2). Imports {@code shared}, {@code identity} and {@code caseload}.
 */
package org.mydirection.plan;
