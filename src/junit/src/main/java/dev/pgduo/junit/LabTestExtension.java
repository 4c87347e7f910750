package dev.pgduo.junit;

import dev.pgduo.Pgduo;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Provides the parameter of a method with {@link LabTest}. */
final class LabTestExtension implements ParameterResolver {
    /** JUnit's configuration parameter for the servers. */
    static final String SERVERS = "pgduo.pg";

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(LabTestExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LabTests.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LabTest asked = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), LabTest.class)
                .orElseThrow();
        Pgduo pgduo = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Pgduo.class, key -> new OpenPgduo(Pgduo.open()), OpenPgduo.class)
                .pgduo();
        String servers = asked.pg().isBlank()
                ? context.getConfigurationParameter(SERVERS).orElse("")
                : asked.pg();
        return new LabTests(pgduo, LabPlaces.find(List.of(asked.value())), servers);
    }

    /** The open pgduo, which JUnit closes after all tests. */
    private record OpenPgduo(Pgduo pgduo) implements AutoCloseable {
        @Override
        public void close() {
            pgduo.close();
        }
    }
}
