package org.mydirection.identity;

import static org.mydirection.identity.Permission.*;

import java.util.Set;

/** The roles of DESIGN §1 and what each may do. A person may hold several. */
public enum Role {
    /** A person on probation who makes stories. */
    STORYTELLER(TELL_STORIES, FOLLOW_OWN_PLAN),
    /** Supervises a caseload; presents; links stories to goals. */
    PRACTITIONER(WRITE_PLANS, CURATE, PUBLISH, PRESENT, RECORD_WORDS),
    /** Checks permission and content. */
    MODERATOR(REVIEW, RECORD_WORDS),
    /** Gathers approved stories into collections; somebody else publishes them. */
    CURATOR(CURATE, RECORD_WORDS),
    /** Answers access and erasure requests; reads the trail; places holds. */
    GOVERNANCE(READ_TRAIL, HOLD_STORIES, RECORD_WORDS),
    /** Runs accounts and offices; sees no story. */
    ADMINISTRATOR(RUN_ACCOUNTS, WATCH_FILES, RECORD_WORDS),
    /** Helps somebody to tell; never consents for them. No page of their own yet. */
    PEER_SUPPORTER(),
    /** Sees what was shared with them for a time. No page of their own yet. */
    COMMUNITY_PARTNER();

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
