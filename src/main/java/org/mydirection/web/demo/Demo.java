package org.mydirection.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.FirstAdministrator;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Settings;

/** The cast of the demo. Their stories: {@link DemoStories}. */
@ApplicationScoped
public class Demo {

    /** Of every person of the demo; shown on the sign-in page of the demo. */
    public static final String PASSPHRASE = "kettle-river-lamp";

    private static final Logger LOG = Logger.getLogger(Demo.class.getName());

    private static final List<Person> CAST = List.of(
            new Person("maya", "Maya Ellis", Role.STORYTELLER),
            new Person("danny", "Danny Price", Role.STORYTELLER),
            new Person("priya", "Priya Nair", Role.PRACTITIONER),
            new Person("tom", "Tom Hughes", Role.PRACTITIONER),
            new Person("ruth", "Ruth Bell", Role.MODERATOR),
            new Person("mo", "Mo Haddad", Role.MODERATOR),
            new Person("cara", "Cara Jones", Role.CURATOR),
            new Person("bea", "Bea Holt", Role.PEER_SUPPORTER),
            new Person("gwen", "Gwen Morgan", Role.GOVERNANCE),
            new Person("ada", "Ada Smith", Role.ADMINISTRATOR));

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountKeeping keeping;

    @Inject
    private CaseKeeping cases;

    @Inject
    private FirstAdministrator first;

    /** Whether this installation is a demo. */
    public boolean on() {
        return settings.flag("demo");
    }

    /** The people to sign in as; nobody where there is no demo. */
    public List<Person> people() {
        return on() ? CAST : List.of();
    }

    /** Makes the people in an empty database. False when there is no demo, or somebody is there already. */
    public boolean makePeople() {
        if (!on() || !accounts.none()) {
            return false;
        }
        first.make("ada", "Ada Smith", PASSPHRASE);
        Viewer ada = viewer("ada");
        OfficeId leeds = keeping.openOffice(ada, "Leeds North");
        OfficeId cardiff = keeping.openOffice(ada, "Cardiff Bay");
        for (Person person : CAST) {
            if (!person.username().equals("ada")) {
                boolean inCardiff = Set.of("danny", "tom").contains(person.username());
                keeping.open(
                        ada,
                        person.username(),
                        person.name(),
                        PASSPHRASE,
                        inCardiff ? cardiff : leeds,
                        EnumSet.of(person.role()));
            }
        }
        cases.register(ada, id("maya"), "X100001");
        cases.register(ada, id("danny"), "X100002");
        cases.assign(ada, id("maya"), id("priya"));
        cases.assign(ada, id("danny"), id("tom"));
        LOG.info("event=demo_people_made");
        return true;
    }

    public Viewer viewer(String username) {
        return accounts.named(username).orElseThrow().asViewer();
    }

    private AccountId id(String username) {
        return accounts.named(username).orElseThrow().id();
    }

    /** Somebody of the demo; what they are is said on the sign-in page by {@code signin.demo.<username>.label}. */
    public record Person(String username, String name, Role role) {}
}
