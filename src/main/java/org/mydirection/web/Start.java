package org.mydirection.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.mydirection.consent.ConsentSettings;
import org.mydirection.consent.NoticeKeeping;
import org.mydirection.consent.NoticeSound;
import org.mydirection.identity.FirstAdministrator;
import org.mydirection.identity.Passphrases;
import org.mydirection.media.MediaStart;
import org.mydirection.media.WhisperDrafter;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;
import org.mydirection.story.Prompts;
import org.mydirection.web.demo.Demo;
import org.mydirection.web.demo.DemoStories;

/**
 * Brings the application up, in the order in which its parts need each other: the database and its schema,
 * what media need, the first administrator. What
 * cannot be used refuses the start with one sentence in the log, and the deployment fails with it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {

    private static final Logger LOG = Logger.getLogger(Start.class.getName());
    private static final int SECONDS_FOR_A_LIFE_SIGN = 5;

    @Resource(lookup = "java:app/jdbc/mydirection")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private MediaStart media;

    @Inject
    private FirstAdministrator firstAdministrator;

    @Inject
    private StartUp startUp;

    @Inject
    private ConsentSettings consent;

    @Inject
    private Prompts prompts;

    @Inject
    private NoticeSound noticeSound;

    @Inject
    private WhisperDrafter drafter;

    @Inject
    private NoticeKeeping notices;

    @Inject
    private Demo demo;

    @Inject
    private DemoStories demoStories;

    @Resource
    private ManagedExecutorService threads;

    @PostConstruct
    void start() {
        try {
            settings.find("launcher.pid").ifPresent(Start::endWith);
            Passphrases.requireFullCost(demo.on());
            requireDatabase();
            migrate();
            consent.check();
            prompts.check();
            noticeSound.check();
            drafter.check();
            while (notices.keep() > 0) {
                // The next round: what was said under an older notice is asked again.
            }
            media.start();
            firstAdministrator.ensure();
            makeDemo();
        } catch (StartRefused refused) {
            LOG.severe("My Direction did not start: " + refused.getMessage());
            throw refused;
        }
    }

    /** The demo's files are made safe by jobs, which run beside the start: so do the stories that wait for them. */
    private void makeDemo() {
        if (!demo.makePeople()) {
            startUp.done();
            return;
        }
        threads.submit(() -> {
            try {
                demoStories.make();
                startUp.done();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failed) {
                LOG.log(Level.SEVERE, "The stories of the demo could not be made", failed);
                startUp.done();
            }
        });
    }

    @PreDestroy
    void stop() {
        media.stop();
    }

    /** A starter that was killed cannot end its server any more: so the server ends by itself. */
    private static void endWith(String launcherPid) {
        ProcessHandle.of(Long.parseLong(launcherPid))
                .map(ProcessHandle::onExit)
                .ifPresentOrElse(exit -> exit.thenRun(Start::end), Start::end);
    }

    private static void end() {
        LOG.warning("The starter is gone: My Direction ends with it");
        new Thread(() -> System.exit(0), "end with the starter").start();
    }

    private void requireDatabase() {
        try (Connection connection = database.getConnection()) {
            if (connection.isValid(SECONDS_FOR_A_LIFE_SIGN)) {
                return;
            }
        } catch (SQLException | RuntimeException unreachable) {
            throw cannotReach(unreachable);
        }
        throw cannotReach(null);
    }

    private static StartRefused cannotReach(Exception cause) {
        return new StartRefused(
                "The database cannot be reached or refuses us: check the settings db.url, db.user and db.password.",
                cause);
    }

    private void migrate() {
        try {
            Flyway.configure(Start.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new StartRefused(
                    "The database of the setting db.url cannot be brought to this version's schema: "
                            + failed.getMessage().replaceAll("\\s+", " ").strip(),
                    failed);
        }
    }
}
