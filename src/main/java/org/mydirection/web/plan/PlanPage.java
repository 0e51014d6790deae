package org.mydirection.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mydirection.caseload.CaseFinding;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.plan.AgreementStatus;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.plan.Planning.PlanView;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** A sentence plan, for the person whose it is and for the practitioner who supervises them. */
@Named
@RequestScoped
public class PlanPage {

    @Inject
    private Planning planning;

    @Inject
    private CaseFinding cases;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.person}")
    private String person;

    private PlanView plan;
    private List<InStatus> groups;
    private AgreementStatus answer;

    public void load() {
        plan = planning.read(me.viewer(), id());
        groups = Stream.of(GoalStatus.values())
                .map(status -> new InStatus(status, plan.in(status)))
                .filter(group -> !group.goals().isEmpty())
                .toList();
    }

    /** Writes down what the person said of the plan. */
    public String answer() {
        if (answer == null) {
            messages.refuse("agreement", Refusal.of("plan.answer_missing"));
            return null;
        }
        try {
            planning.answer(me.viewer(), id(), answer);
            messages.done("plan.answered.text");
            return "/plan/plan.xhtml?faces-redirect=true&person=" + id().text();
        } catch (Refused refused) {
            messages.refuse(refused);
            return null;
        }
    }

    /** Without a person in the address it is one's own. */
    private AccountId id() {
        return person == null || person.isEmpty() ? me.viewer().account() : new AccountId(Id.require(person));
    }

    public boolean isMine() {
        return me.viewer().is(id());
    }

    /** The person's name; for the practitioner. */
    public String getName() {
        return cases.supervised(me.viewer(), id()).name();
    }

    public PlanView getPlan() {
        if (plan == null) {
            load();
        }
        return plan;
    }

    public List<InStatus> getGroups() {
        getPlan();
        return groups;
    }

    /** The answers that may follow; none when the viewer does not write them down. */
    public List<AgreementStatus> getAnswers() {
        boolean writes = !isMine() && me.viewer().may(Permission.WRITE_PLANS);
        return Stream.of(AgreementStatus.values())
                .filter(next -> writes && getPlan().agreement().mayBecome(next))
                .toList();
    }

    public AgreementStatus getAnswer() {
        return answer;
    }

    public void setAnswer(AgreementStatus answer) {
        this.answer = answer;
    }

    /** The goals of one status. */
    public record InStatus(GoalStatus status, List<GoalView> goals) {}
}
