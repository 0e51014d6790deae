package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.AtDeath;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.Manner;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Words;

/** One question with a few answers: face, voice, asking each time, and what happens later. Nothing is preset. */
@Named
@RequestScoped
public class DetailPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Words words;

    @Inject
    private Asking asking;

    private String answer;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        Manner manner = asked.answers().manner();
        Object before =
                switch (getDetail()) {
                    case FACE -> manner.face();
                    case VOICE -> manner.voice();
                    case EACH_TIME -> null;
                    case SENTENCE_END -> manner.atSentenceEnd();
                    case MOVE -> manner.atMove();
                    case DEATH -> manner.atDeath();
                };
        answer = before == null ? null : before.toString();
    }

    public void next() {
        if (answer == null) {
            messages.refuse("answer", Refusal.of("permission.pick_missing"));
            return;
        }
        try {
            asking.answerManner(me.viewer(), address.story(), this::answered);
            Questions.Step next = getDetail().after();
            address.go(next.page(), next.more());
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    private Manner answered(Manner manner) {
        return switch (getDetail()) {
            case FACE -> manner.withFace(Likeness.valueOf(answer));
            case VOICE -> manner.withVoice(Likeness.valueOf(answer));
            case EACH_TIME -> manner.asking("YES".equals(answer));
            case SENTENCE_END -> manner.withAtSentenceEnd(AtSentenceEnd.valueOf(answer));
            case MOVE -> manner.withAtMove(AtMove.valueOf(answer));
            case DEATH -> manner.withAtDeath(AtDeath.valueOf(answer));
        };
    }

    public Detail getDetail() {
        return Stream.of(Detail.values())
                .filter(detail -> detail.name().equals(address.get("about")))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public List<Choice> getChoices() {
        return switch (getDetail()) {
            case FACE ->
                Stream.of(Likeness.values())
                        .map(one -> new Choice(one.name(), words.of("permission.face", one, "label")))
                        .toList();
            case VOICE ->
                Stream.of(Likeness.values())
                        .map(one -> new Choice(one.name(), words.of("permission.voice", one, "label")))
                        .toList();
            case EACH_TIME ->
                Stream.of("NO", "YES")
                        .map(one -> new Choice(one, words.of("permission.each_time", one, "label")))
                        .toList();
            case SENTENCE_END ->
                Stream.of(AtSentenceEnd.values())
                        .map(one -> new Choice(one.name(), words.of("permission.at_sentence_end", one, "label")))
                        .toList();
            case MOVE ->
                Stream.of(AtMove.values())
                        .map(one -> new Choice(one.name(), words.of("permission.at_move", one, "label")))
                        .toList();
            case DEATH ->
                Stream.of(AtDeath.values())
                        .map(one -> new Choice(one.name(), words.of("permission.at_death", one, "label")))
                        .toList();
        };
    }

    public String getBack() {
        return getDetail().before().href(address.getStory());
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    /** An answer that can be picked. */
    public record Choice(String value, String label) {}
}
