package dev.pgduo.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Labs as dynamic tests of Jupiter: a container for each lab on each server, a test for each step.
 *
 * <pre>{@code class LabsIT { @LabTest("labs/*.lab") Stream<DynamicNode> labs(LabTests labs) { return labs.stream(); } } }</pre>
 *
 * <p>A lab that is not for a server, or requires something that the machine does not have, is an aborted test. It is a failure
 * when no lab is found.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestFactory
@ExtendWith(LabTestExtension.class)
public @interface LabTest {
    /** Files, directories (for all {@code *.lab} below them) and globs, relative to the working directory. */
    String[] value();

    /**
     * The servers in the form of {@code pgduo verify --pg}: {@code 15,18}. When it is empty, JUnit's configuration parameter
     * {@code pgduo.pg} is used, and without that pgduo's default server.
     */
    String pg() default "";
}
