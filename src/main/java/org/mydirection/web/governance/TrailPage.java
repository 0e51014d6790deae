package org.mydirection.web.governance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.audit.AuditEntry;
import org.mydirection.audit.TrailReading;
import org.mydirection.audit.TrailReading.Filter;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** The trail, newest first, a page at a time; what is kept of it stands in the address. */
@Named
@RequestScoped
public class TrailPage {

    private static final String HERE = "/governance/trail.xhtml?faces-redirect=true&includeViewParams=true";

    @Inject
    private Me me;

    @Inject
    private TrailReading reading;

    @Inject
    private Accounts accounts;

    @Inject
    private Messages messages;

    private String event;
    private String actor;
    private String person;
    private String story;
    private LocalDate from;
    private LocalDate until;
    private Long before;
    private List<TrailLine> lines = List.of();
    private String chain;
    private Long broken;

    public void load() {
        if (refuseWrongIds()) {
            return;
        }
        Filter filter = new Filter(event, id(actor), id(person), id(story), from, until);
        List<AuditEntry> entries = reading.read(me.viewer(), filter, before);
        Map<AccountId, String> names = accounts.staffNamesOf(entries.stream()
                .map(AuditEntry::actor)
                .filter(Objects::nonNull)
                .map(AccountId::new)
                .toList());
        lines = entries.stream().map(entry -> TrailLine.of(entry, names)).toList();
    }

    public String filter() {
        before = null;
        return refuseWrongIds() ? null : HERE;
    }

    public void checkChain() {
        Optional<Long> first = reading.firstBroken(me.viewer());
        chain = first.isPresent() ? "broken" : "whole";
        broken = first.orElse(null);
        load();
    }

    private boolean refuseWrongIds() {
        List<String> wrong = new ArrayList<>();
        Map.of("actor", text(actor), "person", text(person), "story", text(story))
                .forEach((field, value) -> {
                    if (!value.isEmpty() && Id.parse(value).isEmpty()) {
                        wrong.add(field);
                    }
                });
        wrong.stream().sorted().forEach(field -> messages.refuse(field, Refusal.of("trail.id_form")));
        return !wrong.isEmpty();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static UUID id(String value) {
        return Id.parse(text(value)).orElse(null);
    }

    /** Whether there may be older entries than those on the page. */
    public boolean isMore() {
        return lines.size() == TrailReading.PAGE;
    }

    /** The number of the oldest entry on the page. */
    public long getLast() {
        return lines.get(lines.size() - 1).number();
    }

    public List<String> getEvents() {
        return reading.events(me.viewer());
    }

    public List<TrailLine> getLines() {
        return lines;
    }

    /** "whole" or "broken" once it was checked; else null. */
    public String getChain() {
        return chain;
    }

    /** The first entry that is broken; null while it is whole or was not checked. */
    public Long getBroken() {
        return broken;
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = event;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getStory() {
        return story;
    }

    public void setStory(String story) {
        this.story = story;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public Long getBefore() {
        return before;
    }

    public void setBefore(Long before) {
        this.before = before;
    }
}
