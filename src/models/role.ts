/** What an officer may do: `beheerder` everything, `medewerker` all but policy and colleagues. */
export const roles = ['beheerder', 'medewerker'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** An officer from before there were roles is a beheerder. */
export const roleOf = ({ role }: { role?: Role }): Role => role ?? 'beheerder';
