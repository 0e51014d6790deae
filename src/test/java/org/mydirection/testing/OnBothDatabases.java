package org.mydirection.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Every test of the class runs twice, on H2 and on PostgreSQL, each time in an empty {@link House}. The class takes the
 * house and, if it likes, the {@link Cast} in its constructor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OnBothDatabases.Twice.class)
public @interface OnBothDatabases {

    /** Gives the two invocations. */
    class Twice implements ClassTemplateInvocationContextProvider {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(House.Kind.values()).map(kind -> new ClassTemplateInvocationContext() {
                @Override
                public String getDisplayName(int number) {
                    return kind.name();
                }

                @Override
                public List<Extension> getAdditionalExtensions() {
                    return List.of(new Inside(kind));
                }
            });
        }
    }

    /** Empties the house before each test and hands it over. */
    final class Inside implements TestInstancePreConstructCallback, ParameterResolver {

        private final House.Kind kind;

        Inside(House.Kind kind) {
            this.kind = kind;
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            House.on(kind).reset();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == House.class || type == Cast.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            House house = House.on(kind);
            return parameter.getParameter().getType() == House.class ? house : new Cast(house);
        }
    }
}
