package org.mydirection.web;

import jakarta.faces.component.html.HtmlForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;

/**
 * The form of every page ({@code h:form}). PrimeFaces answers a post only when it brings back the nonce of its page, and
 * puts that into a form by a script of its components; our pages have none of these, so the form carries it itself, and
 * a post works without any script.
 */
public class PageForm extends HtmlForm {

    @Override
    public void encodeBegin(FacesContext page) throws IOException {
        super.encodeBegin(page);
        if (isRendered()) {
            ResponseWriter out = page.getResponseWriter();
            out.startElement("input", this);
            out.writeAttribute("type", "hidden", null);
            out.writeAttribute("name", "primefaces.nonce", null);
            out.writeAttribute("value", PrimeFacesContext.getCspState(page).getNonce(), null);
            out.endElement("input");
        }
    }
}
