package studio.timbre.model;

import java.util.OptionalDouble;

/**
 * What a training on this computer takes: nobody is paid for it but whoever delivers the electricity.
 *
 * @param tokens put through the model, all passes together
 * @param seconds empty where the computer's speed with this model was never measured
 * @param kilowattHours empty where the time is not known, or what the computer draws
 * @param electricity in the money of the price that was given; empty where something of it is not known
 */
public record LocalPrice(
    long tokens,
    OptionalDouble seconds,
    OptionalDouble kilowattHours,
    OptionalDouble electricity) {}
