/** Tests whether the checks of tasks distinguish their solutions from everything else. */
@NullMarked
package dev.pgduo.course.verify;

import org.jspecify.annotations.NullMarked;
