/**
 * Whom this script trusts. The server writes both values into the built file once, at start, before the file is hashed
 * and listed in public: they never come from a page, an answer or the database.
 */
export const root = '__UPSTANDER_ROOT__';
export const installation = '__UPSTANDER_INSTALLATION__';
