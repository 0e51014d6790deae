package org.mydirection.shared;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question in SQL that is asked so often that it goes to the driver itself, in the connection of the caller's transaction:
 * a prepared statement of a text that never changes, read for its parameters once. Immutable.
 */
public final class Sql {

    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d)");

    private final String text;
    private final int[] positions;

    /** @param sql a constant with parameters {@code ?1} to {@code ?9}, each as often as it likes; no other question mark */
    public Sql(String sql) {
        Matcher parameters = PARAMETER.matcher(sql);
        text = parameters.replaceAll("?");
        positions = parameters
                .reset()
                .results()
                .mapToInt(one -> Integer.parseInt(one.group(1)))
                .toArray();
    }

    /**
     * All rows, in the caller's transaction and after what it changed so far.
     *
     * @param values the first is that of {@code ?1}; of a kind that both drivers know: a UUID, a text, a LocalDate or an
     *     OffsetDateTime; never null where the text names it
     */
    public <T> List<T> ask(EntityManager em, Row<T> row, Object... values) {
        em.flush();
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(text)) {
            for (int i = 0; i < positions.length; i++) {
                statement.setObject(i + 1, values[positions[i] - 1]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.of(result));
                }
                return rows;
            }
        } catch (SQLException broken) {
            // Its message may repeat what people wrote.
            throw new IllegalStateException("a question to the database failed: " + broken.getSQLState());
        }
    }

    /** Makes one thing of the row that the result stands at. */
    public interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }
}
