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
 * <pre>{@code
 * class LabsIT {
 *     @LabTest("labs/*.lab")
 *     Stream<DynamicNode> labs(LabTests labs) {
 *         return labs.stream();
 *     }
 * }
 * }</pre>
 *
 * <p>A lab that is not for a server, or requires what the machine does not have, is a test that was aborted. It is a failure when there
 * is no lab.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestFactory
@ExtendWith(LabTestExtension.class)
public @interface LabTest {
    /** Files, directories (for all {@code *.lab} below them) and globs, seen from the working directory. */
    String[] value();

    /**
     * The servers, as {@code pgduo verify --pg} takes them: {@code 15,18}. Where it is empty, JUnit's configuration parameter {@code
     * pgduo.pg} says it; where that is missing, it is the server that pgduo takes without the option.
     */
    String pg() default "";
}
