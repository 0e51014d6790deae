package org.mydirection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code web.xml} leaves open is open on purpose, or turned away by {@link Door}. */
class DoorTest {

    private static final List<String> OPEN_TO_EVERYONE = List.of(
            "/signin.xhtml", "/exit", "/language", "/third-party.xhtml", "/jakarta.faces.resource/*", "/health/*");

    @Test
    void whatIsOpenIsForEveryoneOrAnsweredByTheDoor() throws Exception {
        List<String> open = new ArrayList<>(open());
        assertThat(open).containsAll(OPEN_TO_EVERYONE);
        open.removeAll(OPEN_TO_EVERYONE);

        assertThat(open).allMatch(pattern -> Door.askedByPages(pattern.replace("/*", "/anything")));
        assertThat(open)
                .extracting(pattern -> pattern.replace("/*", ""))
                .containsExactlyInAnyOrderElementsOf(Door.ASKED_BY_PAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pushes", "/mediation.xhtml", "/media.xhtml", "/home.xhtml", "/story/media", "/"})
    void aPageIsNotOneOfThem(String path) {
        assertThat(Door.askedByPages(path)).isFalse();
    }

    /** The patterns of all constraints without a list of who may. */
    private static List<String> open() throws Exception {
        Document web = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/main/webapp/WEB-INF/web.xml").toFile());
        List<String> open = new ArrayList<>();
        NodeList constraints = web.getElementsByTagName("security-constraint");
        for (int i = 0; i < constraints.getLength(); i++) {
            Element constraint = (Element) constraints.item(i);
            NodeList patterns = constraint.getElementsByTagName("url-pattern");
            for (int j = 0;
                    constraint.getElementsByTagName("auth-constraint").getLength() == 0 && j < patterns.getLength();
                    j++) {
                open.add(patterns.item(j).getTextContent().strip());
            }
        }
        return open;
    }
}
