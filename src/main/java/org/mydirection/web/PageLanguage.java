package org.mydirection.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Gives each page the language of its request. */
public class PageLanguage extends ViewHandlerWrapper {

    public PageLanguage(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext page) {
        return CDI.current().select(Language.class).get().locale();
    }
}
