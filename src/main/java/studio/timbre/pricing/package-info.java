/** The catalogue of models and prices, and the estimates made from it. */
@NullMarked
package studio.timbre.pricing;

import org.jspecify.annotations.NullMarked;
