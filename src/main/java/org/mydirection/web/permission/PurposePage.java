package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Notice.PurposeText;
import org.mydirection.consent.Purpose;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Passages;
import org.mydirection.web.permission.Questions.Step;

/** One purpose, one question. Nothing is chosen beforehand, not even what was answered before. */
@Named
@RequestScoped
public class PurposePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Passages passages;

    @Inject
    private Asking asking;

    private Answers answers = Answers.none();
    private String answer;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        take(asked);
    }

    private void take(Asking.Asked asked) {
        answers = asked.answers();
        passages.readBefore(asked.readIn());
    }

    public void next() {
        if (answer == null) {
            messages.refuse("answer", Refusal.of("permission.purpose_unanswered", getPurpose()));
            take(asking.read(me.viewer(), address.story()));
            return;
        }
        answer("YES".equals(answer));
    }

    /** Not sure is no. */
    public void unsure() {
        answer(false);
    }

    private void answer(boolean yes) {
        try {
            asking.answer(me.viewer(), address.story(), getPurpose(), yes);
            answers = asking.read(me.viewer(), address.story()).answers();
            Step next = Questions.after(getPurpose(), answers);
            address.go(next.page(), next.more());
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    public Purpose getPurpose() {
        return List.of(Purpose.values()).stream()
                .filter(purpose -> purpose.name().equals(address.get("purpose")))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public PurposeText getText() {
        return passages.getNotice().purposes().get(getPurpose());
    }

    public int getNumber() {
        return Questions.number(getPurpose());
    }

    public int getCount() {
        return Questions.purposes();
    }

    public String getBack() {
        return Questions.before(getPurpose()).href(address.getStory());
    }

    /** Where to go on with what was answered before. */
    public String getKeep() {
        return Questions.after(getPurpose(), answers).href(address.getStory());
    }

    public boolean isAnswered() {
        return answers.answered(getPurpose());
    }

    public boolean isSaidYes() {
        return answers.saysYesTo(getPurpose());
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
