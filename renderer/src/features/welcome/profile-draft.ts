import type { Profile } from '#renderer/commands/profile.ts';

/** What is missing before one can begin. The country may be chosen later, document by document. */
export type ProfileGaps = {
  readonly name: boolean;
  readonly organization: boolean;
};

/** Blank text is no name. */
export const gapsOf = (profile: Profile): ProfileGaps => ({
  name: profile.name.trim() === '',
  organization: profile.organization.trim() === '',
});

export const isComplete = (gaps: ProfileGaps): boolean => !gaps.name && !gaps.organization;

/** The profile as it is kept: without blanks around the words. */
export const tidyProfile = (profile: Profile): Profile => ({
  name: profile.name.trim(),
  organization: profile.organization.trim(),
  country: profile.country,
});
