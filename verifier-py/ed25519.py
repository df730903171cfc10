"""Ed25519 (RFC 8032), verification only, in plain Python."""

import hashlib

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)

# Points are extended coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, x·y = T/Z.
NEUTRAL = (0, 1, 1, 0)


def verify(public_key, message, signature):
    """Does the signature (64 bytes) of the message fit the public key (32 bytes)? RFC 8032, 5.1.7."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key = decode_point(public_key)
    commitment = signature[:32]
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or decode_point(commitment) is None or scalar >= L:
        return False
    digest = hashlib.sha512(commitment + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % L
    expected = add(multiply(scalar, BASE), multiply(challenge, negate(key)))
    return encode_point(expected) == commitment


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def negate(point):
    return (-point[0] % P, point[1], point[2], -point[3] % P)


def multiply(scalar, point):
    total = NEUTRAL
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def recover_x(y, sign):
    """The x of a point by its y and the lowest bit of x, or None. RFC 8032, 5.1.3."""
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def decode_point(data):
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= P:
        return None
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def encode_point(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
