package org.mydirection.media;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that {@link KillTest} kills and starts again on the same folder and port. */
final class KilledPostgres {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    KilledPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** On what is in the folder. What was running there may take a moment to be gone. */
    void start() {
        Awaitility.await()
                .ignoreExceptions()
                .atMost(Duration.ofMinutes(1))
                .until(() -> (running = EmbeddedPostgres.builder()
                                .setPort(port)
                                .setDataDirectory(folder)
                                .setCleanDataDirectory(false)
                                // The machine goes on, so what was written is there; but written it must be.
                                .setServerConfig("fsync", "off")
                                .setServerConfig("synchronous_commit", "on")
                                .start())
                        != null);
    }

    /** The server with everything that it began. */
    void kill() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (Files.exists(file)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                    .ifPresent(server -> {
                        server.descendants().forEach(ProcessHandle::destroyForcibly);
                        server.destroyForcibly();
                        server.onExit().join();
                    });
        }
        if (running != null) {
            running.close(); // it holds a lock on the folder
            running = null;
        }
    }

    /** Each a new one: the pool of H2, which the other tests use, never forgets one that died under its user. */
    DataSource connections() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser("postgres");
        return source;
    }
}
