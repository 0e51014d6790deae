package org.mydirection.consent;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * {@link RecordCheck} as a command ({@code mvn -Pcheck-records}), whose interface is the console: one sentence, and the
 * exit code 0 when all records are whole, 1 when one is not, 2 when the database cannot be read.
 */
public final class RecordCheckCommand {

    private RecordCheckCommand() {}

    /** Reads the address of the database from the settings {@code db.url}, {@code db.user} and {@code db.password}. */
    public static void main(String[] arguments) {
        String url = setting(
                "db.url",
                "jdbc:h2:file:"
                        + Path.of(setting("data.dir", "data")).toAbsolutePath().normalize()
                        + "/database/my-direction;IFEXISTS=TRUE");
        try (Connection connection = DriverManager.getConnection(
                url, setting("db.user", "mydirection"), setting("db.password", "mydirection"))) {
            RecordCheck.Result result = RecordCheck.check(connection);
            System.out.println(result.sentence());
            System.exit(result.tampered().isPresent() ? 1 : 0);
        } catch (SQLException unreachable) {
            // Neither the address nor the message is repeated: either may hold a password.
            System.err.println("The database cannot be read (state " + unreachable.getSQLState()
                    + "): check the settings db.url, db.user and db.password, and end what has it open.");
            System.exit(2);
        }
    }

    private static String setting(String name, String otherwise) {
        String environment =
                System.getenv(name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'));
        return System.getProperty(name, environment == null ? otherwise : environment);
    }
}
