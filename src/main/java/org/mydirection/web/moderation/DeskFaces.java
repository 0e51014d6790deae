package org.mydirection.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.moderation.Findings;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** On the desk: a picture in which the storyteller's face cannot be known. */
@Named
@RequestScoped
public class DeskFaces {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Findings findings;

    @Inject
    private Messages messages;

    public void unknown(String scene) {
        ReviewId review = new ReviewId(Id.require(address.get("review")));
        try {
            findings.faceUnknown(me.viewer(), review, new SceneId(Id.require(scene)));
            messages.done("review.face_unknown.done.text");
        } catch (Refused refused) {
            messages.refuseThere(refused);
        }
        address.redirect("/moderation/desk.xhtml?review=" + review.text());
    }
}
