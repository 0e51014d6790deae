package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jboss.weld.environment.se.Weld;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Settings;

/** The whole media package, really wired: its own database, store, tools and jobs, without an application server. */
final class MediaWorld implements AutoCloseable {

    static final Path SAMPLES = Path.of("media-samples");

    private static final Class<?>[] BEANS = {
        AssetLedger.class,
        Assets.class,
        KeyWrapping.class,
        MalwareScan.class,
        MediaHealth.class,
        MediaIntake.class,
        MediaJobs.class,
        MediaProbe.class,
        MediaProcessing.class,
        MediaReading.class,
        MediaSettings.class,
        MediaStart.class,
        MediaSweep.class,
        MediaTools.class,
        MediaTroubles.class,
        MediaVerification.class,
        ObjectStore.class,
        PictureSanitising.class,
        Quarantine.class,
        RecordingEncoding.class,
        RecordingRedaction.class,
        RecordingSanitising.class,
        Redacting.class,
        UploadLedger.class,
        Uploading.class,
        Uploads.class,
        SegmentCache.class,
        Vault.class,
        VaultKeys.class,
        TestTransactions.class
    };

    private static MediaWorld shared;

    final Map<String, String> settings = new HashMap<>();
    final MovableClock clock = new MovableClock();
    final DataSource dataSource;
    final Path data;
    final UUID owner;

    /** What happened, for the trail. */
    final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    private final EntityManagerFactory factory;
    private final SeContainer container;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);

    private final boolean temporary;

    /** @param folder that stays; null for one that goes with this */
    private MediaWorld(DataSource dataSource, Path folder) throws IOException, SQLException {
        this.dataSource = dataSource;
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        temporary = folder == null;
        data = temporary ? Files.createTempDirectory(target, "media-") : folder;
        System.setProperty(
                "org.bytedeco.javacpp.cachedir", target.resolve("media-tools").toString());
        settings.put("data.dir", data.toString());
        owner = schemaIsThere() ? (UUID) ask("select id from account").orElseThrow() : UUID.randomUUID();
        if (!schemaIsThere()) {
            makeSchema();
        }
        factory = Persistence.createEntityManagerFactory(
                "media-test",
                Map.of(
                        "eclipselink.persistencexml",
                        "media/persistence.xml",
                        "eclipselink.session-name",
                        "media-" + UUID.randomUUID(),
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource));
        container = new Weld("media-" + UUID.randomUUID())
                .disableDiscovery()
                .addBeanClasses(BEANS)
                .addExtension(new Outside())
                .initialize();
    }

    /** Not started: a test changes its settings first. On H2, as the application runs by default. */
    static MediaWorld unstarted() {
        return on(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    /** With its database in a file of that folder, too, which is opened again by the next one. */
    static MediaWorld in(Path folder) throws IOException {
        try {
            return new MediaWorld(
                    JdbcConnectionPool.create(
                            "jdbc:h2:file:" + folder.resolve("database").toAbsolutePath() + ";WRITE_DELAY=0", "sa", ""),
                    folder.toAbsolutePath());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static MediaWorld on(DataSource dataSource) {
        try {
            return new MediaWorld(dataSource, null);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One started world for all the tests that leave the others alone. */
    static synchronized MediaWorld shared() {
        if (shared == null) {
            shared = unstarted();
            shared.start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    void start() {
        get(MediaStart.class).start();
    }

    void stop() {
        get(MediaStart.class).stop();
    }

    /** Stops the jobs and forgets everything that was ever taken in: a test begins as in a new world, and costs less. */
    void clear() throws IOException {
        get(MediaJobs.class).stop();
        for (String table : List.of(
                "scheduled_tasks",
                "media_withheld",
                "media_piece",
                "media_upload",
                "media_rendition",
                "media_asset",
                "vault_key")) {
            ask("delete from " + table);
        }
        for (UUID object : objects()) {
            get(ObjectStore.class).delete(object);
        }
        events.clear();
        clock.moveTo(Duration.ZERO);
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    VaultKeyId newKey() {
        return get(VaultKeys.class).create();
    }

    AssetId receive(MediaKind kind, byte[] bytes) {
        return receive(newKey(), kind, bytes);
    }

    AssetId receive(VaultKeyId key, MediaKind kind, byte[] bytes) {
        return get(MediaIntake.class).receive(owner, key, kind, new ByteArrayInputStream(bytes));
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture that costs little to make safe: 120 × 90 in PNG, some ten kilobytes. */
    static byte[] smallPicture() {
        BufferedImage picture = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 120; x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    AssetView view(AssetId id) {
        return get(MediaReading.class).find(id).orElseThrow();
    }

    /** Waits until the durable job has brought the asset to its end. */
    AssetView settled(AssetId id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> view(id), view -> !view.isUnderWay());
    }

    AssetId ready(MediaKind kind, String sample) {
        AssetId id = receive(kind, sample(sample));
        if (!settled(id).isReady()) {
            throw new AssertionError(sample + " became " + view(id));
        }
        return id;
    }

    byte[] bytes(AssetId id, Form form) {
        StoredForm stored = get(MediaReading.class).open(id, form).orElseThrow();
        return bytes(stored, 0, stored.size() - 1);
    }

    byte[] bytes(StoredForm stored, long from, long toInclusive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            get(MediaReading.class).stream(stored, from, toInclusive, out, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The names of all objects in the store. */
    List<UUID> objects() {
        List<UUID> names = new ArrayList<>();
        try {
            get(ObjectStore.class).namesBefore(Instant.now().plus(Duration.ofDays(1)), names::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** The first column of the first row. */
    Optional<Object> ask(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            if (!statement.execute()) {
                return Optional.empty();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... arguments) {
        return ((Number) ask(sql, arguments).orElseThrow()).longValue();
    }

    @Override
    public void close() {
        stop();
        container.close();
        factory.close();
        threads.shutdownNow();
        timers.shutdownNow();
        if (dataSource instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
        try {
            if (temporary) {
                WorkFolder.remove(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean schemaIsThere() {
        return count("select count(*) from information_schema.tables where lower(table_name) = 'media_upload'") > 0;
    }

    /** The migrations of media on top of what they need of other tables. */
    private void makeSchema() throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table account (id uuid primary key)");
            statement.execute("create table scene (id uuid primary key)");
            for (String migration : List.of("V2__media", "V4__vault", "V7__likeness")) {
                try (InputStream sql = MediaStart.class.getResourceAsStream("/db/migration/" + migration + ".sql")) {
                    statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            statement.execute("insert into account values ('" + owner + "')");
        }
    }

    /** What the server gives and other packages give. */
    private final class Outside implements Extension {

        void add(@Observes AfterBeanDiscovery beans) {
            beans.<DomainEvent>addObserverMethod()
                    .beanClass(MediaWorld.class)
                    .observedType(DomainEvent.class)
                    .notifyWith(happened -> events.add(happened.getEvent()));
            beans.addBean()
                    .types(Settings.class)
                    .scope(ApplicationScoped.class)
                    .produceWith(instance -> new Settings() {
                        @Override
                        public Optional<String> find(String name) {
                            return Optional.ofNullable(settings.get(name));
                        }
                    });
            beans.addBean().types(Clock.class).scope(ApplicationScoped.class).produceWith(instance -> clock);
            beans.addBean().types(EntityManagerFactory.class).produceWith(instance -> factory);
            beans.addBean().types(EntityManager.class).produceWith(instance -> TestTransactions.current());
            beans.addBean()
                    .types(JobPlatform.class)
                    .scope(ApplicationScoped.class)
                    .produceWith(instance -> new JobPlatform() {
                        @Override
                        public DataSource dataSource() {
                            return dataSource;
                        }

                        @Override
                        public ExecutorService threads() {
                            return TestTransactions.afterwards(threads);
                        }

                        @Override
                        public ScheduledExecutorService timers() {
                            return timers;
                        }
                    });
        }
    }
}
