package org.mydirection.shared;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.ConverterClass;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Maps every {@link UUID} attribute, ids and references included, to the database's own {@code uuid} type, on H2 and on
 * PostgreSQL. EclipseLink 4.0.7 by itself throws on reading a null and binds a null as text, which PostgreSQL refuses.
 * Nulls of {@link InstantColumn} are bound as timestamps for the same reason. Named in {@code persistence.xml}.
 *
 * <p>A null <em>parameter</em> of a query has no column to take its type from: PostgreSQL refuses it still. Write {@code
 * is null} into the query instead.
 */
public class UuidColumns implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().stream()
                .flatMap(descriptor -> descriptor.getMappings().stream())
                .forEach(UuidColumns::adapt);
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postLogin(SessionEvent event) {
                event.getSession().getDescriptors().values().stream()
                        .flatMap(descriptor -> descriptor.getMappings().stream())
                        .forEach(UuidColumns::bindEmbedded);
            }
        });
    }

    private static void adapt(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
            direct.setConverter(new AsIs());
            bindAsUuid(direct.getField());
        } else if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof ConverterClass) {
            // The only converter of ours is InstantColumn: a null must be bound as what the column is.
            direct.getField().setSqlType(Types.TIMESTAMP_WITH_TIMEZONE);
        } else if (mapping instanceof DirectCollectionMapping collection
                && collection.getValueConverter() instanceof UUIDConverter) {
            collection.setValueConverter(new AsIs());
            bindAsUuid(collection.getDirectField());
        } else if (mapping instanceof OneToOneMapping reference) {
            reference.getForeignKeyFields().forEach(UuidColumns::bindAsUuid);
        }
    }

    /** An embedded object gets copies of its fields when the session starts, and the copies forget their type. */
    private static void bindEmbedded(DatabaseMapping mapping) {
        if (mapping instanceof AggregateMapping || mapping instanceof AggregateCollectionMapping) {
            mapping.getReferenceDescriptor().getMappings().forEach(UuidColumns::bindEmbedded);
        } else if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof AsIs) {
            bindAsUuid(direct.getField());
        }
    }

    private static void bindAsUuid(DatabaseField field) {
        field.setType(UUID.class);
        field.setSqlType(Types.OTHER);
    }

    /** Both drivers speak {@link UUID}; nothing to convert, and null stays null. */
    private static final class AsIs implements Converter {

        private static final long serialVersionUID = 1L;

        @Override
        public Object convertObjectValueToDataValue(Object value, Session session) {
            return value;
        }

        @Override
        public Object convertDataValueToObjectValue(Object value, Session session) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            // nothing to prepare
        }
    }
}
