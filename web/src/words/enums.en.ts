// What the values of the API are called, once for all pages.
export const enums = {
  issueStates: { TRIAGE: 'New', OPEN: 'Open', IN_PROGRESS: 'In progress', WAITING: 'Waiting', DONE: 'Done', DECLINED: 'Declined' },
  issueTypes: { PROVISION_CONCERN: 'Concern about a provision', TASK: 'Task', QUESTION: 'Question', COMPANY_REQUEST: 'Request to a company', DECISION: 'Decision' },
  priorities: { URGENT: 'Urgent', HIGH: 'High', NORMAL: 'Normal', LOW: 'Low' },
  updateKinds: { ACTION: 'Action taken', POSITION: 'Position', STATUS: 'Status', REQUEST: 'Request', CORRECTION: 'Correction' },
  stages: { NOTED: 'Noted', IN_REVIEW: 'In review', DECIDED: 'Decided', DONE: 'Done' },
  attributions: { ON_RECORD: 'On the record', BACKGROUND: 'Background', OFF_RECORD: 'Off the record' },
  actionKinds: { REVIEW: 'Review', CALL: 'Call', PRESS_CONFERENCE: 'Press conference', MEETING: 'Meeting', SUBMISSION: 'Submission', STATEMENT: 'Statement', TASK: 'Task', DEADLINE: 'Deadline' },
  actionStates: { PLANNED: 'Planned', UNDER_WAY: 'Under way', DONE: 'Done', CALLED_OFF: 'Called off' },
  attendance: { WILL: 'Going', MAY: 'Maybe', WILL_NOT: 'Not going' },
  roles: { CONVENOR: 'Convenor', MEMBER: 'Member', LIAISON: 'Company liaison', OBSERVER: 'Observer' },
  sides: { CIVIL_SOCIETY: 'Civil society', COMPANY: 'Company' },
  audiences: { EVERYONE: 'Everyone', CIVIL_SOCIETY: 'Civil society', withCompany: (company: string) => `Civil society and ${company}`, companyOnly: (company: string) => `${company} only`, organisationOnly: (organisation: string) => `${organisation} only`, between: (organisation: string, company: string) => `${organisation} and ${company}`, NAMED: 'Named people' },
};
