import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer } from '../api/answer';
import {
  gatewayInvitationInvite,
  gatewayInvitationList,
  gatewayInvitationWithdraw,
  gatewayMembershipEnd,
  gatewayMembershipList,
} from '../api/generated';
import type { GatewayInviteDto } from '../api/generated';

const colleagues = ['gateway', 'membership'];
const invitations = ['gateway', 'invitation'];

/** The people of the organisation in hand, and the invitations to it that are still open. */
export function usePeople() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([colleagues, invitations].map((queryKey) => client.invalidateQueries({ queryKey })));
  return {
    people: useQuery({ queryKey: colleagues, queryFn: () => answer(gatewayMembershipList()) }),
    open: useQuery({ queryKey: invitations, queryFn: () => answer(gatewayInvitationList()) }),
    invite: useMutation({
      mutationFn: (body: GatewayInviteDto) => answer(gatewayInvitationInvite({ body })),
      onSettled,
    }),
    end: useMutation({ mutationFn: (id: string) => answer(gatewayMembershipEnd({ path: { id } })), onSettled }),
    withdraw: useMutation({
      mutationFn: (id: string) => answer(gatewayInvitationWithdraw({ path: { id } })),
      onSettled,
    }),
  };
}
