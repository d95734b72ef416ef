/** Why a text can't be read as a specification; the message is for a person, and says where. */
export class SpecProblem extends Error {
  override name = 'SpecProblem';
}
