package org.mydirection.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.Weld;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.VaultKeys;
import org.mydirection.shared.Questions;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Settings;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The whole domain, really wired, without an application server: its beans in a CDI container, the production mappings
 * and migrations on a real database, transactions as the container makes them. Of media only what needs the database
 * alone is real; see {@link TestMedia}. One for each kind of database and JVM, emptied between tests.
 */
public final class House {

    /** The databases that the application runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    private static final List<String> DOMAIN = List.of(
            "identity",
            "audit",
            "caseload",
            "plan",
            "story",
            "consent",
            "moderation",
            "collection",
            "visibility",
            "supervision",
            "governance");

    /** What of media needs only the database, or is never touched when nobody reads bytes. */
    private static final List<String> MEDIA = List.of(
            "Assets",
            "AssetLedger",
            "MediaReading",
            "MediaVerification",
            "MediaProbe",
            "MediaTools",
            "PictureSanitising",
            "RecordingEncoding",
            "RecordingSanitising",
            "RecordingRedaction",
            "Redacting",
            "SegmentCache",
            "Vault",
            "ObjectStore",
            "KeyWrapping",
            "MediaSettings");

    private static final Map<Kind, House> HOUSES = new EnumMap<>(Kind.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    private final Kind kind;
    private final CountedDataSource counted = new CountedDataSource();
    private final DataSource database;
    private final EntityManagerFactory factory;
    private final SeContainer container;
    private final TestClock clock = new TestClock();
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    private House(Kind kind) {
        this.kind = kind;
        DataSource bare = kind == Kind.H2 ? h2() : postgresql();
        // A bench measures the database and not the counting.
        database = Boolean.getBoolean("bench") ? bare : counted.around(bare);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        factory = Persistence.createEntityManagerFactory(
                "mydirection",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        database,
                        // As under the container's transactions, where every statement goes through one connection.
                        "eclipselink.transaction.join-existing",
                        "true",
                        "eclipselink.session-name",
                        "house-" + NUMBER.incrementAndGet()));
        container = new Weld("house-" + NUMBER.get())
                .disableDiscovery()
                .addBeanClasses(beans())
                .addBeanClasses(Transactions.class)
                .addExtension(new Outside())
                .initialize();
        reset();
    }

    /** The one on that kind of database, with whatever the test before left in it: see {@link #reset()}. */
    public static synchronized House on(Kind kind) {
        return HOUSES.computeIfAbsent(kind, House::new);
    }

    public Kind kind() {
        return kind;
    }

    /** The bean of that class. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    public TestClock clock() {
        return clock;
    }

    /** The settings; changes hold until {@link #reset()}. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Empties every table, sets the clock to its start and the settings to their defaults. */
    public void reset() {
        clock.set(TestClock.START);
        settings.clear();
        settings.putAll(Map.of(
                "data.dir", "target/house",
                "consent.cooling.days", "0",
                "consent.most.months", "12",
                "service.contact", "0300 000 0000"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = tables();
            if (kind == Kind.H2) {
                statement.execute("set referential_integrity false");
                for (String table : tables) {
                    statement.execute("delete from " + table);
                }
                statement.execute("set referential_integrity true");
            } else {
                StringBuilder deletes = new StringBuilder("set session_replication_role = replica;");
                tables.forEach(
                        table -> deletes.append("delete from ").append(table).append(';'));
                statement.execute(
                        deletes.append("set session_replication_role = default").toString());
            }
            statement.execute(
                    "insert into audit_head (id, last_number, last_hash) values (1, 0, '" + "0".repeat(64) + "')");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> tables() {
        return rows("select table_name from information_schema.tables where lower(table_schema) = 'public'"
                        + " and table_type like '%TABLE' and lower(table_name) <> 'flyway_schema_history'")
                .stream()
                .map(row -> "\"" + row.get(0) + "\"")
                .toList();
    }

    /** Runs the work in a transaction, for looking at entities as the use cases do. */
    public <T> T inTransaction(Supplier<T> work) {
        try {
            return Transactions.inNew(factory, work::get);
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    /** The entity manager of the thread's transaction. */
    public EntityManager entityManager() {
        return Transactions.current();
    }

    /** How many statements the work sends to the database. Nobody else may use the house meanwhile. */
    public long statements(Runnable work) {
        long before = counted.statements();
        work.run();
        return counted.statements() - before;
    }

    /** The database itself, for what reads it past the application. */
    public DataSource database() {
        return database;
    }

    /** The rows of a query, each a list of its columns, past JPA and in a transaction of its own. */
    public List<List<Object>> rows(String sql, Object... arguments) {
        return ask(sql, arguments).orElseThrow();
    }

    /** The only column of the only row. */
    public Object value(String sql, Object... arguments) {
        List<List<Object>> rows = rows(sql, arguments);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows: " + sql);
        }
        return rows.get(0).get(0);
    }

    public long count(String table) {
        return ((Number) value("select count(*) from " + table)).longValue();
    }

    /** Changes rows behind the application's back. */
    public void change(String sql, Object... arguments) {
        ask(sql, arguments);
    }

    private Optional<List<List<Object>>> ask(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            if (!statement.execute()) {
                return Optional.empty();
            }
            try (ResultSet result = statement.getResultSet()) {
                List<List<Object>> rows = new ArrayList<>();
                while (result.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getObject(i));
                    }
                    rows.add(row);
                }
                return Optional.of(rows);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The audit trail, the oldest entry first. */
    public List<Entry> trail() {
        return rows("select event, actor, subject, person, story, purpose, detail from audit_entry order by number")
                .stream()
                .map(row -> new Entry(
                        (String) row.get(0),
                        (UUID) row.get(1),
                        (UUID) row.get(2),
                        (UUID) row.get(3),
                        (UUID) row.get(4),
                        (String) row.get(5),
                        (String) row.get(6)))
                .toList();
    }

    /** The entry that was written last. */
    public Entry lastEntry() {
        List<Entry> trail = trail();
        return trail.get(trail.size() - 1);
    }

    /** An entry of the audit trail, without its number, time and hashes. */
    public record Entry(
            String event, UUID actor, UUID subject, UUID person, UUID story, String purpose, String detail) {}

    private DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:house-" + NUMBER.incrementAndGet()
                + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=128");
        source.setUser("house");
        source.setPassword("house");
        return pool(source);
    }

    /** A new and empty database in the PostgreSQL that the tests of this process share. */
    public static DataSource emptyPostgresql() {
        String name = "empty_" + NUMBER.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
            return pool(source(name));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static DataSource postgresql() {
        return pool(source("postgres"));
    }

    private static PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server().getJdbcUrl("postgres", database));
        source.setUser("postgres");
        return source;
    }

    private static synchronized EmbeddedPostgres server() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            }
            return postgres;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** H2's own pool rolls back whenever it lends a connection, by which H2 forgets every statement that it had planned. */
    private static DataSource pool(DataSource source) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** Every class of the domain that says what scope it has. */
    private static Class<?>[] beans() {
        try {
            Path classes = Path.of(Refused.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("org/mydirection");
            List<Class<?>> beans = new ArrayList<>();
            for (String feature : DOMAIN) {
                try (Stream<Path> files = Files.list(classes.resolve(feature))) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                            .map(name -> load(feature, name.substring(0, name.length() - ".class".length())))
                            .filter(type -> type.isAnnotationPresent(ApplicationScoped.class))
                            .forEach(beans::add);
                }
            }
            MEDIA.forEach(name -> beans.add(load("media", name)));
            beans.add(Questions.class);
            return beans.toArray(Class<?>[]::new);
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Class<?> load(String feature, String name) {
        try {
            return Class.forName("org.mydirection." + feature + "." + name, false, House.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What the server gives, and the media that stand in. */
    private final class Outside implements Extension {

        void add(@Observes AfterBeanDiscovery beans) {
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
            beans.addBean().types(EntityManager.class).produceWith(instance -> Transactions.current());
            beans.addBean()
                    .types(VaultKeys.class)
                    .scope(ApplicationScoped.class)
                    .produceWith(instance -> new TestMedia.Keys(House.this));
            beans.addBean()
                    .types(MediaIntake.class)
                    .scope(ApplicationScoped.class)
                    .produceWith(instance -> new TestMedia.Intake(House.this));
        }
    }
}
