package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mydirection.media.AssetView;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.MediaKind;
import org.mydirection.media.UploadId;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.media.SceneFiles;

/** The file of a part of a draft: how it can be sent or recorded here, and what was recorded and not kept yet. */
@Named
@RequestScoped
public class SceneFile {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private ScenePage page;

    @Inject
    private SceneFiles files;

    @Inject
    private MediaIntake intake;

    private Part file;

    /** Takes the file in where no script did. */
    public void receive() {
        if (file == null || file.getSize() == 0) {
            messages.refuse("file", Refusal.of(file == null ? "error.file_none" : "error.file_empty"));
            return;
        }
        try (InputStream body = file.getInputStream()) {
            files.receive(me.viewer(), address.story(), address.scene(), body);
            address.go("/story/scene.xhtml", "&scene=" + address.getScene());
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("file", refusal));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("a file could not be read", brokenOff);
        }
    }

    /**
     * How a file can be sent: OPEN where one is wanted, AGAIN where there is one, NONE where none belongs or one is on its
     * way.
     */
    public String getUpload() {
        AssetView incoming = page.getScene().incoming();
        if (!page.isPicture() && !page.isRecording() || incoming != null && incoming.isUnderWay()) {
            return "NONE";
        }
        return incoming != null || page.getScene().file() == null ? "OPEN" : "AGAIN";
    }

    /** The most that its file may have, in megabytes. */
    public long getMostMegabytes() {
        return intake.mostMegabytes(page.isPicture() ? MediaKind.PICTURE : MediaKind.RECORDING);
    }

    /** The longest that can be recorded here, in seconds: a little less than what is taken in. */
    public long getMostSeconds() {
        return intake.longestRecording().toSeconds() - 5;
    }

    /** The upload of what was recorded here and not kept yet; null when there is none. */
    public String getCutShort() {
        return files.cutShort(me.viewer(), address.story(), address.scene())
                .map(UploadId::text)
                .orElse(null);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
