package org.mydirection.web.presentation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.supervision.Presenting.Opening;
import org.mydirection.supervision.Presenting.Screen;
import org.mydirection.web.Me;

/** The screen on which a collection is shown: its opening, or one scene. Nothing on it is private. */
@Named
@RequestScoped
public class ShowPage {

    @Inject
    private Presenting presenting;

    @Inject
    private Me me;

    @Inject
    @ManagedProperty("#{param.presentation}")
    private String presentation;

    @Inject
    @ManagedProperty("#{param.at}")
    private String at;

    private Opening opening;
    private Screen screen;

    /** Puts on the screen what the address asks for; a presentation that is over goes on to its end. */
    public String load() {
        if (at == null) {
            opening = presenting.opening(me.viewer(), id());
        } else {
            screen = presenting.show(me.viewer(), id(), place());
        }
        boolean live = opening != null ? opening.live() : screen.live();
        return live ? null : after();
    }

    /** Stops before the end. */
    public String stop() {
        presenting.end(me.viewer(), id(), true);
        return after();
    }

    /** Ends after the last scene. */
    public String finish() {
        presenting.end(me.viewer(), id(), false);
        return after();
    }

    private String after() {
        return "/presentation/after.xhtml?faces-redirect=true&presentation=" + id().text();
    }

    private PresentationId id() {
        return new PresentationId(Id.require(presentation));
    }

    private int place() {
        try {
            return Integer.parseInt(at);
        } catch (NumberFormatException notAPlace) {
            throw new NotFound();
        }
    }

    public String getPresentation() {
        return id().text();
    }

    /** Null once a scene is on the screen. */
    public Opening getOpening() {
        return opening;
    }

    /** Null at the opening. */
    public Screen getScreen() {
        return screen;
    }

    /** What the page asks each second whether it may stay on the screen. */
    public String getLook() {
        String story = screen == null || screen.gap() ? "-" : screen.story().text();
        return "/presentation-look/" + id().text() + "/" + story;
    }
}
