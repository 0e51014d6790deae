package org.mydirection.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Instants as {@code timestamp with time zone}: Jakarta Persistence 3.1 knows no {@link Instant} of its own. Of such a
 * column the driver of H2 gives an {@link OffsetDateTime} and that of PostgreSQL a {@link Timestamp}.
 */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Object> {

    @Override
    public Timestamp convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    @Override
    public Instant convertToEntityAttribute(Object column) {
        if (column instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
